package jp.madoguchi.backoffice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.madoguchi.exchange.Consignment;
import jp.madoguchi.exchange.ReceiptNumber;
import jp.madoguchi.forms.QuestionId;
import jp.madoguchi.forms.Sha256;
import jp.madoguchi.forms.answer.Answer;
import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.catalogue.SampleCatalogue;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.file.DefinitionFile;

/** What Hanako and others hand in. */
public final class TestApplications {

    private TestApplications() {}

    public static Procedure procedure(String id) {
        return SampleCatalogue.procedures().stream().filter(one -> one.id().value().equals(id)).findFirst()
                .orElseThrow();
    }

    /** 神戸花子 of 中央区 asks for the child allowance. */
    public static Answers hanako() {
        return Answers.NONE
                .with(new QuestionId("claimant-name"), new Answer.PersonName("神戸", "花子", "コウベ", "ハナコ"))
                .with(new QuestionId("claimant-address"),
                        new Answer.Address("6508570", "神戸市", "中央区", "加納町六丁目", "5番1号", null))
                .with(new QuestionId("claimant-phone"), new Answer.Text("078-000-0000"));
    }

    public static Consignment.Submitted childAllowance(Consignment.Attachment... attachments) {
        return submitted("jido-teate", hanako(), attachments);
    }

    /** 髙橋太郎 leaves the national health insurance: a notification, worked by the centre. */
    public static Consignment.Submitted leavingInsurance() {
        return submitted("kokuho-dattai", Answers.NONE.with(new QuestionId("householder-name"),
                new Answer.PersonName("髙橋", "太郎", "タカハシ", "タロウ")));
    }

    public static Consignment.Submitted submitted(String procedure, Answers answers,
            Consignment.Attachment... attachments) {
        return new Consignment.Submitted(UUID.randomUUID(), UUID.randomUUID(), Instant.now(),
                ReceiptNumber.random().digits(), procedure, 1,
                DefinitionFile.hash(procedure(procedure)).value(), AnswersJson.write(answers), List.of(attachments),
                "ja", true, "hanako@example.jp");
    }

    public static Consignment.Corrected corrected(Consignment.Submitted of, UUID correction, Answers answers) {
        return new Consignment.Corrected(UUID.randomUUID(), of.application(), Instant.now(), correction,
                AnswersJson.write(answers), List.of(), of.mail());
    }

    /** A small PNG file that says it is called so. */
    public static Consignment.Attachment attachment(String name, byte[] bytes) {
        return new Consignment.Attachment(UUID.randomUUID(), "claimant-name", name, bytes.length, Sha256.hex(bytes),
                "image/png");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package jp.madoguchi.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;

import jp.madoguchi.forms.answer.Answers;
import jp.madoguchi.forms.answer.AnswersJson;
import jp.madoguchi.forms.definition.Procedure;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.filling.Finding;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one look at a complete application for a nursery place costs: reading its JSON, and evaluating every condition and
 * checking every answer of it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FormsBenchmark {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Procedure procedure;
    private final LocalDate today;
    private final Answers answers;
    private final String document;
    private final JsonNode tree;

    public FormsBenchmark() {
        var filled = NurseryApplication.filled();
        procedure = filled.procedure();
        today = filled.today();
        answers = filled.answers();
        tree = AnswersJson.write(answers);
        document = tree.toString();
    }

    /** The measure: Jackson reads the document into its tree. */
    @Benchmark
    public JsonNode parse() {
        return JSON.readTree(document);
    }

    /** Every condition of pages, questions, rows and endings, and every check of answers and rules. */
    @Benchmark
    public List<Finding> evaluateAndValidate() {
        return new Filling(procedure, answers, Entries.NONE, today).checkAll();
    }

    /** For comparison: from the tree to typed answers, strictly. */
    @Benchmark
    public Answers read() {
        return AnswersJson.read(procedure, tree);
    }

    String document() {
        return document;
    }

    Answers answers() {
        return answers;
    }
}

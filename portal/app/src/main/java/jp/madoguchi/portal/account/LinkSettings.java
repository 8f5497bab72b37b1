package jp.madoguchi.portal.account;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long mailed links are good. Mailboxes are searched years later by whoever has the device then.
 *
 * @param resume goes on with a draft; no longer than a draft is kept
 * @param track shows an application; each further mail brings a new one
 * @param correct answers a correction request
 * @param word chooses another own word
 */
@ConfigurationProperties("madoguchi.links")
public record LinkSettings(@DefaultValue("30d") Duration resume, @DefaultValue("60d") Duration track,
        @DefaultValue("60d") Duration correct, @DefaultValue("1h") Duration word) {

    Duration of(MailedLinks.Purpose purpose) {
        return switch (purpose) {
            case RESUME -> resume;
            case TRACK -> track;
            case CORRECT -> correct;
            case WORD -> word;
        };
    }
}

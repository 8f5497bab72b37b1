package jp.madoguchi.platform.mail;

import java.util.Properties;

/** How the line to the mail server is protected. */
public enum MailTls {

    /** Not at all: for a relay in the same network. */
    NONE,

    /** By STARTTLS (RFC 3207), mostly on port 587: a server that does not offer it gets no mail. */
    STARTTLS,

    /** From the first byte (RFC 8314, 3.3), mostly on port 465. */
    IMPLICIT;

    void apply(Properties properties) {
        switch (this) {
            case NONE -> {
                // What spring.mail.properties may say stays.
            }
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
            case IMPLICIT -> {
                properties.setProperty("mail.smtp.ssl.enable", "true");
                properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
            }
        }
    }
}

package jp.madoguchi.backoffice.decision;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices are signed.
 *
 * @param signer the name after the issuer's title, such as the mayor's; empty for the title alone
 * @param sealOmitted whether 「（公印省略）」 stands under it; a city that prints its seal's image says no
 */
@ConfigurationProperties("madoguchi.notices")
record NoticeSettings(@DefaultValue("") String signer, @DefaultValue("true") boolean sealOmitted) {}

package jp.madoguchi.portal.upload;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much may be sent.
 *
 * @param maxBytes per file; a procedure may ask for less
 * @param maxRequestBytes the most bytes of one request that are read at all; what is over the limit of a file is read and
 * thrown away up to here, because a browser shows no answer before it has sent everything
 * @param maxFiles the most files of one draft, whatever its questions allow
 */
@ConfigurationProperties("madoguchi.upload")
public record UploadSettings(@DefaultValue("10485760") long maxBytes, @DefaultValue("134217728") long maxRequestBytes,
        @DefaultValue("50") int maxFiles) {}

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
 * @param maxSent how many files may be sent for one draft within a day in all, also refused and removed ones, which are kept for a day
 * @param maxSentBytes how many bytes those may have together
 */
@ConfigurationProperties("madoguchi.upload")
public record UploadSettings(@DefaultValue("10485760") long maxBytes, @DefaultValue("134217728") long maxRequestBytes,
        @DefaultValue("50") int maxFiles, @DefaultValue("200") int maxSent,
        @DefaultValue("1073741824") long maxSentBytes) {

    public UploadSettings {
        if (maxFiles < 1 || maxSent < maxFiles || maxSentBytes < maxBytes) {
            throw new IllegalArgumentException(
                    "madoguchi.upload.max-sent may not be below .max-files, nor .max-sent-bytes below .max-bytes");
        }
    }
}

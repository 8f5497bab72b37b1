package jp.madoguchi.platform.store;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the app's bucket is.
 *
 * @param endpoint address of the S3 service
 * @param spool folder for uploads on their way, emptied of each as it ends; the system's temporary folder unless set
 * @param timeout for connecting and for each read or write
 * @param threads most uploads and downloads that talk to the store at one time
 */
@ConfigurationProperties("madoguchi.store")
public record StoreSettings(URI endpoint, String accessKey, String secretKey, String bucket,
        @DefaultValue("us-east-1") String region, @Nullable Path spool, @DefaultValue("20s") Duration timeout,
        @DefaultValue("32") int threads) {

    @Override
    public String toString() {
        return "StoreSettings[" + endpoint + ", bucket " + bucket + "]";
    }
}

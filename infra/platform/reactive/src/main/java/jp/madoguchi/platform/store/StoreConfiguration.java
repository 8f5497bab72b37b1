package jp.madoguchi.platform.store;

import io.minio.MinioClient;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Import to have the app's {@link ObjectStore}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreSettings.class)
public class StoreConfiguration {

    /** Threads of its own: a slow store must not starve PDF, mail or hashing. */
    @Bean(destroyMethod = "dispose")
    Scheduler storeScheduler(StoreSettings settings) {
        return Schedulers.newBoundedElastic(settings.threads(), 10_000, "store");
    }

    @Bean
    ObjectStore objectStore(StoreSettings settings, Scheduler storeScheduler) {
        return over(settings, storeScheduler);
    }

    static ObjectStore over(StoreSettings settings, Scheduler scheduler) {
        OkHttpClient http = new OkHttpClient.Builder().connectTimeout(settings.timeout())
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                .connectionPool(new ConnectionPool(settings.threads(), 1, TimeUnit.MINUTES))
                .build();
        MinioClient client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(http, true)
                .build();
        return new MinioObjectStore(client, settings, scheduler);
    }
}

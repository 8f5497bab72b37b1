package jp.madoguchi.platform.pdf;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Import to have a {@link PaperPrinter}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PdfSettings.class)
public class PdfConfiguration {

    @Bean(destroyMethod = "dispose")
    Scheduler pdfScheduler(PdfSettings settings) {
        return Schedulers.newBoundedElastic(settings.threads(), 10_000, "pdf");
    }

    @Bean
    PaperPrinter paperPrinter(PdfSettings settings, Scheduler pdfScheduler, ObjectProvider<InstantSource> clock) {
        return new PaperPrinter(Typeface.load(settings.fallbackFonts().stream().map(Path::of).toList()), pdfScheduler,
                clock.getIfAvailable(InstantSource::system));
    }

    @Bean
    PaperBinder paperBinder(Scheduler pdfScheduler) {
        return new PaperBinder(pdfScheduler);
    }
}

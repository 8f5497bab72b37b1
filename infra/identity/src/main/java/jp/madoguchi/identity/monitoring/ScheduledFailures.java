package jp.madoguchi.identity.monitoring;

import jp.madoguchi.platform.monitoring.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.SimpleAsyncTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done every few seconds fails every few seconds while the database is away; that is one line a minute. */
@Configuration(proxyBeanMethods = false)
class ScheduledFailures {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledFailures.class);

    @Bean
    SimpleAsyncTaskSchedulerCustomizer failuresInOneLine() {
        var failures = new FailureLog(LOG);
        return scheduler -> scheduler.setErrorHandler(failed -> failures.tell("work in the background failed", failed));
    }
}

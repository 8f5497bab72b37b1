package jp.madoguchi.backoffice.reform;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** What the reform of procedures needs of its surroundings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CoverageSettings.class)
class ReformConfiguration {}

package jp.madoguchi.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city as its pages name it.
 *
 * @param name of the city
 * @param portalName of the portal
 * @param note sentence at the foot of every page
 * @param nameEn the same in English
 * @param portalNameEn the same in English
 * @param noteEn the same in English
 */
@ConfigurationProperties("madoguchi.city")
record CitySettings(@DefaultValue("まどぐち市") String name, @DefaultValue("電子申請") String portalName,
        @DefaultValue("見本の市です。実在の市町村とは関係ありません。") String note,
        @DefaultValue("Madoguchi City") String nameEn, @DefaultValue("Online applications") String portalNameEn,
        @DefaultValue("A sample city, unrelated to any real one.") String noteEn) {}

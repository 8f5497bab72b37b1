package jp.madoguchi.platform.pagekit.webflux;

import jp.madoguchi.platform.pagekit.PageFrame;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a {@link PageFrame} parameter: the page has no POST forms of its own, so visitors who are not signed in get no
 * token and therefore no session. For the pages everybody sees, such as the catalogue.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadOnly {
}

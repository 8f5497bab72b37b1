package jp.madoguchi.backoffice.casework.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.madoguchi.backoffice.casework.CaseAction;

/**
 * Which action a route that writes is about. Whoever has no right to it is refused before anything else of the route happens; whether
 * the case can make it now is asked by the step itself.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    CaseAction value();
}

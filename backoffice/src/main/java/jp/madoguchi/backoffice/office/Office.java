package jp.madoguchi.backoffice.office;

/**
 * A ward office, a branch or a bureau.
 *
 * @param code as in the claims of the sign-in and in the routing of procedures
 */
public record Office(String code, String name) {}

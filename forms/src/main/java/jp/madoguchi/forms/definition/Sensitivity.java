package jp.madoguchi.forms.definition;

/**
 * How an answer must be protected (個人情報保護法 2条).
 */
public enum Sensitivity {
    /** Not about a person. */
    OPEN,
    /** 個人情報. */
    PERSONAL,
    /** 要配慮個人情報: health, disability, welfare and the like; shown only to those who work the case. */
    SPECIAL_CARE
}

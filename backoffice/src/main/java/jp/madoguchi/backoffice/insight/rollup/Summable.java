package jp.madoguchi.backoffice.insight.rollup;

/** A sum to which another of its kind can be added. */
interface Summable<S extends Summable<S>> {

    void add(S more);
}

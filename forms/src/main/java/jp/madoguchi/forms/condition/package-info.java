/**
 * The small typed expression tree: asked by pages, questions, rules, routing and fees.
 */
@NullMarked
package jp.madoguchi.forms.condition;

import org.jspecify.annotations.NullMarked;

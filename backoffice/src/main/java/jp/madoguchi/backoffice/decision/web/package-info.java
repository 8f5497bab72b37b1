/**
 * The pages on which a decision is proposed, confirmed and sent out.
 */
@NullMarked
package jp.madoguchi.backoffice.decision.web;

import org.jspecify.annotations.NullMarked;

/**
 * Sends what residents must learn to the portal: reliably, in order, and never from inside a transaction.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.backoffice.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

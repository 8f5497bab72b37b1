/**
 * The last look before something is handed in or sent back, and the handing in itself, whatever is being completed.
 */
@ApplicationModule(allowedDependencies = {"account", "carryover", "catalogue", "draft", "fill", "notice", "passphrase",
        "upload", "wording"})
@NullMarked
package jp.madoguchi.portal.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

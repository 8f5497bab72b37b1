/** What proxies in front of this app tell of its clients. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package jp.madoguchi.identity.proxy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package jp.madoguchi.testkit;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Calls that BlockHound would report although they do not hold up an event loop: random numbers from the kernel (a read
 * that never waits once the machine is up), short locks around caches, and what is loaded from the class path once.
 * Loaded by BlockHound as a service.
 */
public final class HarmlessCalls implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .allowBlockingCallsInside("java.security.SecureRandom", "getDefaultPRNG")
                .allowBlockingCallsInside("java.util.UUID", "randomUUID")
                .allowBlockingCallsInside("java.util.ServiceLoader$LazyClassPathLookupIterator", "hasNext")
                // Reactor's timers put in and take out under the lock of their queue, which nobody holds for long.
                .allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "remove")
                .allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue", "offer")
                .allowBlockingCallsInside("java.util.ResourceBundle", "getBundle")
                .allowBlockingCallsInside("java.security.Security", "getProviders")
                .allowBlockingCallsInside("org.springframework.util.ConcurrentLruCache", "get")
                .allowBlockingCallsInside("tools.jackson.databind.deser.DeserializerCache", "findValueDeserializer")
                .allowBlockingCallsInside("io.netty.buffer.AdaptivePoolingAllocator", "allocate")
                .allowBlockingCallsInside("org.springframework.util.ConcurrentReferenceHashMap$Segment", "doTask")
                .allowBlockingCallsInside("org.springframework.context.support.ReloadableResourceBundleMessageSource",
                        "getProperties");
    }
}

package jp.madoguchi.testkit;

/** Starts the JVM's object store on first use. */
final class SharedObjectStore {

    static final ObjectStoreServer SERVER = start();

    private SharedObjectStore() {}

    private static ObjectStoreServer start() {
        ObjectStoreServer server = switch (Engine.chosen()) {
            case DOCKER -> ContainerObjectStore.start();
            case EMBEDDED -> EmbeddedObjectStore.inMemory();
        };
        server.ensureBucket(ObjectStoreServer.PORTAL_BUCKET);
        server.ensureBucket(ObjectStoreServer.BACKOFFICE_BUCKET);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "object-store-closer"));
        return server;
    }
}

package jp.madoguchi.testkit;

/** One town database: where it is and how each program logs in to its own schema. */
public record Database(String host, int port, String name) {

    public Login portal() {
        return login("portal");
    }

    public Login backoffice() {
        return login("backoffice");
    }

    public Login identity() {
        return login("identity");
    }

    private Login login(String role) {
        return new Login(host, port, name, role, role);
    }
}

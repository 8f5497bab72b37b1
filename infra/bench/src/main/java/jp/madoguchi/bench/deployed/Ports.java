package jp.madoguchi.bench.deployed;

import jp.madoguchi.testkit.FreePort;

/** Where everything listens, on this machine only. */
record Ports(int identity, int portal, int backoffice, int database, int store, int smtp, int mailbox,
        int identityManagement, int portalManagement, int backofficeManagement) {

    /** Ten in a row from this one; free ones for 0. */
    static Ports from(int first) {
        return first == 0
                ? new Ports(FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find(),
                        FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find())
                : new Ports(first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6,
                        first + 7, first + 8, first + 9);
    }

    int of(Program program) {
        return switch (program) {
            case IDENTITY -> identity;
            case PORTAL -> portal;
            case BACKOFFICE -> backoffice;
        };
    }

    /** Where the program's health and meters are. */
    int management(Program program) {
        return switch (program) {
            case IDENTITY -> identityManagement;
            case PORTAL -> portalManagement;
            case BACKOFFICE -> backofficeManagement;
        };
    }

    String address(Program program) {
        return "http://localhost:" + of(program);
    }
}

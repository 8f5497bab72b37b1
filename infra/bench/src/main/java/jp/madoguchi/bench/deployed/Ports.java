package jp.madoguchi.bench.deployed;

import jp.madoguchi.testkit.FreePort;

/** Where everything listens, on this machine only. */
record Ports(int identity, int portal, int backoffice, int database, int store, int smtp, int mailbox) {

    /** Seven in a row from this one; free ones for 0. */
    static Ports from(int first) {
        return first == 0
                ? new Ports(FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find(), FreePort.find(),
                        FreePort.find(), FreePort.find())
                : new Ports(first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6);
    }

    int of(Program program) {
        return switch (program) {
            case IDENTITY -> identity;
            case PORTAL -> portal;
            case BACKOFFICE -> backoffice;
        };
    }

    String address(Program program) {
        return "http://localhost:" + of(program);
    }
}

package jp.madoguchi.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.bind.Binder;

/** The TCP ports of the town; each is the setting {@code madoguchi.ports.<name>}. */
record TownPorts(int portal, int backoffice, int identity, int mailbox, int smtp, int store, int database,
        int portalManagement, int backofficeManagement, int identityManagement) {

    static TownPorts read(Binder binder) {
        return new TownPorts(port(binder, "portal", 8080), port(binder, "backoffice", 8081),
                port(binder, "identity", 9000), port(binder, "mailbox", 8025), port(binder, "smtp", 1025),
                port(binder, "store", 9090), port(binder, "database", 15432),
                port(binder, "portal-management", 9102), port(binder, "backoffice-management", 9103),
                port(binder, "identity-management", 9101));
    }

    private static int port(Binder binder, String name, int usual) {
        int port = binder.bind("madoguchi.ports." + name, Integer.class).orElse(usual);
        if (port < 1 || port > 65535) {
            throw new TownRefused("madoguchi.ports." + name + " は 1 から 65535 の数にしてください(いまは " + port
                    + ") / must be a number from 1 to 65535, not " + port);
        }
        return port;
    }

    /** Where the program's health and meters are, on this machine only. */
    int management(Program program) {
        return switch (program) {
            case IDENTITY -> identityManagement;
            case PORTAL -> portalManagement;
            case BACKOFFICE -> backofficeManagement;
        };
    }

    /** One line for each port that another program holds already. */
    List<String> taken(String bindAddress) {
        return Stream.of(new Need("portal", portal, "市民ポータル/portal"),
                new Need("backoffice", backoffice, "職員用バックオフィス/back office"),
                new Need("identity", identity, "ログイン/identity"), new Need("mailbox", mailbox, "メールの確認画面/mailbox page"),
                new Need("smtp", smtp, "メールの受信/SMTP"), new Need("store", store, "ファイルの保管/S3 endpoint"),
                new Need("database", database, "データベース/PostgreSQL"),
                new Need("portal-management", portalManagement, "市民ポータルの計測/meters of the portal"),
                new Need("backoffice-management", backofficeManagement, "バックオフィスの計測/meters of the back office"),
                new Need("identity-management", identityManagement, "ログインの計測/meters of identity"))
                .filter(need -> !need.isFree(bindAddress))
                .map(Need::told).toList();
    }

    private record Need(String name, int port, String who) {

        boolean isFree(String bindAddress) {
            // A server on all addresses does not always collide with one on a single address: ask for both.
            return isFree(InetAddress.getLoopbackAddress()) && isFree(address(bindAddress));
        }

        private boolean isFree(InetAddress address) {
            try (var socket = new ServerSocket(port, 1, address)) {
                return socket.isBound();
            } catch (IOException e) {
                return false;
            }
        }

        private static InetAddress address(String name) {
            try {
                return InetAddress.getByName(name);
            } catch (UnknownHostException e) {
                throw new TownRefused("madoguchi.bind-address はこのコンピューターの住所ではありません: " + name
                        + " / is not an address of this machine", e);
            }
        }

        String told() {
            return "ポート %d は使用中です(%s に必要)。madoguchi.ports.%s で変えられます。 / Port %d is taken; change it with --madoguchi.ports.%s=…"
                    .formatted(port, who, name, port, name);
        }
    }
}

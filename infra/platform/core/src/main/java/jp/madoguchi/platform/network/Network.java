package jp.madoguchi.platform.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A network of addresses (RFC 4632, RFC 4291), IPv4 or IPv6. */
public record Network(byte[] base, int bits) {

    /** Only then is nothing asked of a name server. */
    private static final Pattern ADDRESS = Pattern
            .compile("\\d{1,3}(\\.\\d{1,3}){3}|(?=.*:)[0-9A-Fa-f:]{2,39}(:\\d{1,3}(\\.\\d{1,3}){3})?");

    /** Whether this is an IPv4 or IPv6 address, and not a name. */
    public static boolean isAddress(String text) {
        return bytes(text).length > 0;
    }

    /**
     * @param written an address, or a network as {@code base/bits}
     * @throws IllegalArgumentException if it is neither
     */
    public static Network of(String written) {
        int slash = written.indexOf('/');
        byte[] base = bytes(slash < 0 ? written : written.substring(0, slash));
        int longest = base.length * Byte.SIZE;
        int bits = slash < 0 ? longest : number(written.substring(slash + 1));
        if (longest == 0 || bits < 0 || bits > longest) {
            throw new IllegalArgumentException("not a network: " + written);
        }
        return new Network(base, bits);
    }

    public boolean contains(String address) {
        byte[] asked = bytes(address);
        if (asked.length != base.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int rest = bits % Byte.SIZE;
        return Arrays.equals(asked, 0, whole, base, 0, whole)
                && (rest == 0 || ((asked[whole] ^ base[whole]) & 0xff) >>> (Byte.SIZE - rest) == 0);
    }

    /** The bytes of an address, none where it is no address. An IPv4 address in the clothes of IPv6 is an IPv4 address. */
    static byte[] bytes(String text) {
        int zone = text.indexOf('%');
        String bare = zone < 0 ? text : text.substring(0, zone);
        if (!ADDRESS.matcher(bare).matches()) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(bare).getAddress();
        } catch (UnknownHostException malformed) {
            return new byte[0];
        }
    }

    private static int number(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Network network && bits == network.bits && Arrays.equals(base, network.base);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(base) + bits;
    }

    @Override
    public String toString() {
        return Arrays.toString(base) + "/" + bits;
    }
}

package io.fayan.platform.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a sign-in comes from: the address, of IPv6 the network part, because one household owns all the rest. */
final class SignInSource {

    private SignInSource() {}

    /** @param remoteAddress a literal address as the container reports it */
    static String of(String remoteAddress) {
        try {
            var address = InetAddress.getByName(remoteAddress);
            if (address instanceof Inet6Address) {
                return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), 8)) + "/64";
            }
            return address.getHostAddress();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}

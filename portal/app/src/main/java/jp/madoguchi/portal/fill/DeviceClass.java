package jp.madoguchi.portal.fill;

import java.util.Locale;

import jp.madoguchi.exchange.FillEvent.Device;
import org.springframework.http.HttpHeaders;

/**
 * Phone, tablet or desktop, as the browser says; nothing finer is looked at or kept.
 */
public final class DeviceClass {

    private DeviceClass() {}

    public static Device of(HttpHeaders headers) {
        var agent = String.valueOf(headers.getFirst(HttpHeaders.USER_AGENT)).toLowerCase(Locale.ROOT);
        if (agent.contains("ipad") || agent.contains("tablet")
                || agent.contains("android") && !agent.contains("mobile")) {
            return Device.TABLET;
        }
        if ("?1".equals(headers.getFirst("Sec-CH-UA-Mobile")) || agent.contains("mobi") || agent.contains("iphone")) {
            return Device.PHONE;
        }
        return Device.DESKTOP;
    }
}

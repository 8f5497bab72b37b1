package jp.madoguchi.portal.answering;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import jp.madoguchi.forms.FieldPath;
import jp.madoguchi.forms.filling.Entries;
import jp.madoguchi.forms.filling.Filling;
import jp.madoguchi.forms.japanese.Digits;
import jp.madoguchi.forms.city.City;
import jp.madoguchi.platform.formpage.FormPageView;
import jp.madoguchi.platform.pagekit.PostalOffer;
import jp.madoguchi.platform.postal.Place;
import jp.madoguchi.platform.postal.PostalCodes;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The places of a postal code for browsers without a script: looked up and taken by buttons of the page.
 */
public final class PostalPlaces {

    private PostalPlaces() {}

    /** The page's address with whose postal code to look up. */
    static String address(String page, FieldPath path) {
        return page + "?postal=" + URLEncoder.encode(path.toString(), StandardCharsets.UTF_8);
    }

    /** What is offered at the address whose code was looked up; empty where none was. */
    public static Mono<PostalOffer> offered(Filling filling, @Nullable String path) {
        return path == null ? Mono.just(offer(false, List.of())) : Mono.fromCallable(() -> {
            var code = code(filling.entries(FieldPath.parse(path)).first(path + ".postal"));
            return offer(true, PostalCodes.places(code).stream().map(PostalPlaces::words).toList());
        }).subscribeOn(Schedulers.boundedElastic()).onErrorReturn(IllegalArgumentException.class,
                offer(false, List.of()));
    }

    public static PostalOffer offer(boolean asked, List<String> places) {
        return new PostalOffer(FormPageView.POSTAL, FormPageView.PLACE, FormPageView.PLACE_CHOICE, asked, places);
    }

    /** The posted page with the place taken in its empty fields; as it was where none is taken. */
    static Mono<Received> taken(Received received) {
        return PageAction.of(received.page()) instanceof PageAction.Place move
                ? Mono.fromCallable(() -> PostalCodes.places(code(
                        received.page().typed().first(move.path().field("postal")))))
                        .subscribeOn(Schedulers.boundedElastic())
                        .map(places -> move.number() < 0 || move.number() >= places.size()
                                ? received
                                : with(received, move.path(), places.get(move.number())))
                : Mono.just(received);
    }

    private static Received with(Received received, FieldPath path, Place place) {
        var fields = new HashMap<>(received.page().typed().fields());
        put(fields, path.field("town"), place.town());
        put(fields, path.field("prefecture-city"), place.prefecture() + place.municipality());
        City.inForce().wardOfPlace(place.prefecture() + place.municipality())
                .ifPresent(ward -> put(fields, path.field("ward"), ward.name()));
        return received.with(new PostedPage(received.page().own(), new Entries(fields)));
    }

    /** What was typed by hand is never overwritten; a part that the page does not have is none. */
    private static void put(HashMap<String, List<String>> fields, String name, String value) {
        var typed = fields.get(name);
        if (typed != null && typed.stream().allMatch(String::isBlank)) {
            fields.put(name, List.of(value));
        }
    }

    private static String code(String typed) {
        return Digits.halfWidth(typed).replaceAll("[^0-9]", "");
    }

    private static String words(Place place) {
        return place.prefecture() + place.municipality() + place.town();
    }
}

package jp.madoguchi.platform.postal;

import java.time.Duration;
import java.util.List;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers the script of the address fields; public like the static files it stands among, and as cacheable. */
@Controller
public class PostalController {

    @GetMapping("/assets/postal/{code}")
    Mono<ResponseEntity<List<Place>>> places(@PathVariable String code) {
        return Mono.fromCallable(() -> PostalCodes.places(code)).subscribeOn(Schedulers.boundedElastic())
                .map(places -> ResponseEntity.ok().cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                        .body(places));
    }
}

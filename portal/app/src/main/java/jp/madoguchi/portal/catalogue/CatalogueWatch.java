package jp.madoguchi.portal.catalogue;

import jp.madoguchi.platform.background.BackgroundWork;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Has this node read the catalogue anew when another was told of something new in it. */
@Component
class CatalogueWatch extends BackgroundWork {

    private final Catalogue catalogue;

    CatalogueWatch(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    protected Flux<?> work() {
        return catalogue.changes().doOnNext(change -> catalogue.forget());
    }
}

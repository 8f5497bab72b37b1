package jp.madoguchi.identity.signin;

import jp.madoguchi.platform.realm.Realm;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads the realm in an address; another word there is a page that does not exist. */
@Component
class RealmConverter implements Converter<String, Realm> {

    @Override
    public Realm convert(String code) {
        return Realm.ofCode(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

package jp.madoguchi.identity.signin;

import java.time.Duration;
import jp.madoguchi.identity.account.Account;
import jp.madoguchi.platform.realm.Realm;

/** What came of a try to log in. */
sealed interface SigninOutcome {

    record Welcome(Account account) implements SigninOutcome {}

    /** Wrong name or wrong password or no such account: the answer is the same. */
    record Refused() implements SigninOutcome {}

    /** The right password, at the other people's counter. */
    record WrongCounter(Realm belongsTo) implements SigninOutcome {}

    /** Too many tries; this one was not looked at. */
    record Wait(Duration remaining) implements SigninOutcome {}

    /** Too many others are logging in; this one was not looked at, and does not count as a try. */
    record Busy() implements SigninOutcome {}
}

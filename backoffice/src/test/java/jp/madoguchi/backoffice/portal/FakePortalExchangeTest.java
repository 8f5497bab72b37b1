package jp.madoguchi.backoffice.portal;

import jp.madoguchi.testkit.exchange.PortalExchangeContract;
import jp.madoguchi.testkit.exchange.Subject;

/** The portal in memory keeps what the real one promises, so that the back office's tests prove something. */
class FakePortalExchangeTest extends PortalExchangeContract {

    @Override
    protected Subject open() {
        return new PortalInMemory();
    }
}

package org.kolsuite.registry;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.kolsuite.platform.testing.KolStack;
import org.kolsuite.platform.testing.WrongRequests;

@QuarkusTest
@WithTestResource(KolStack.class)
class WrongRequestsTest {
    @Test
    void s18_aWrongVerbIsRefusedWithThoseAllowed() {
        WrongRequests.ofThisService().everyWrongVerbIsRefusedWithThoseAllowed();
    }

    @Test
    void s18_aMediaTypeThatIsNotReadIsRefused() {
        WrongRequests.ofThisService().everyUnreadMediaTypeIsRefused();
    }

    @Test
    void s18_aMediaTypeThatIsNotWrittenIsRefused() {
        WrongRequests.ofThisService().everyUnwrittenMediaTypeIsRefused();
    }

    @Test
    void s16_aWordInPlaceOfANumberIsRefused() {
        WrongRequests.ofThisService().everyWordInPlaceOfANumberIsRefused();
    }
}

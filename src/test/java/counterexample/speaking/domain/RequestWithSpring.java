package counterexample.speaking.domain;

import counterexample.speaking.persistence.RequestHelper;
import org.springframework.util.Assert;

public class RequestWithSpring {
    public void submit(RequestHelper rows) {
        Assert.notNull(rows, "rows");
    }
}

package counterexample.kernel;

import org.springframework.util.StringUtils;

public class SpringInTheKernel {
    public boolean blank(String text) {
        return !StringUtils.hasText(text);
    }
}

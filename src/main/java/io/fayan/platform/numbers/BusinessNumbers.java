package io.fayan.platform.numbers;

import io.fayan.kernel.BusinessNumber;

/** Hands out business numbers. Each comes from a counter row in a short transaction of its own, so gaps are allowed. */
public interface BusinessNumbers {

    /** @param prefix two capital letters, for example {@code SR} */
    BusinessNumber next(String prefix);
}

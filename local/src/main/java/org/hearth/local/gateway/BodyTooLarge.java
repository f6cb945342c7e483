package org.hearth.local.gateway;

import java.io.IOException;

/** A request body above the limit. */
public final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;
}

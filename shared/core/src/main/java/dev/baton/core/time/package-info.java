/** Times as the wire writes them: milliseconds since 1970 and UTC texts. No clock may enter. */
@NullMarked
package dev.baton.core.time;

import org.jspecify.annotations.NullMarked;

/**
 * The one class of the SDK that Baton replaces, found before the SDK's own because a function's
 * classes precede its jars. Nothing else may enter.
 */
@NullMarked
package software.amazon.awssdk.regions;

import org.jspecify.annotations.NullMarked;

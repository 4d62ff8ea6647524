/**
 * The whole stack in one JVM: template.yaml is read, and what AWS would do with it is done here.
 *
 * <p>Functions know nothing of this room; they meet it only through the endpoints of the real AWS
 * SDK.
 */
@NullMarked
package dev.baton.local;

import org.jspecify.annotations.NullMarked;

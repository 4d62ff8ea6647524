/** Where API keys live. Only hashes of keys enter and leave; a key itself never does. */
@NullMarked
package dev.baton.gateway.store;

import org.jspecify.annotations.NullMarked;

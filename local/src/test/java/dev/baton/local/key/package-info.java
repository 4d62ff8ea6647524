/** Tests of API keys through the whole stack, authorizer and its cache included. */
@NullMarked
package dev.baton.local.key;

import org.jspecify.annotations.NullMarked;

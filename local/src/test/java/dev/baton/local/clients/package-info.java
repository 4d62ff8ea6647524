/** Clients that nobody here wrote, against the running stack: npm packages and a browser. */
@NullMarked
package dev.baton.local.clients;

import org.jspecify.annotations.NullMarked;

/**
 * What the Lambda Web Adapter does between Lambda and a function that is an HTTP server: it hands
 * an event over as a request and the response back as it comes. Only what the adapter does may live
 * here; what stands in front of it is {@code url}'s.
 */
@NullMarked
package dev.baton.local.adapter;

import org.jspecify.annotations.NullMarked;

package dev.baton.local.websocket;

import java.util.List;
import java.util.Map;

/**
 * The request that wants to become a connection.
 *
 * @param headers all values of each header, names as sent
 * @param query all decoded values of each query parameter
 */
record UpgradeCall(Map<String, List<String>> headers, Map<String, List<String>> query) {}

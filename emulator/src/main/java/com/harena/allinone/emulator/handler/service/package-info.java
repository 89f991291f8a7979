/** What the handlers of all types share: clients, names, tags, reading back, undoing. */
package com.harena.allinone.emulator.handler.service;

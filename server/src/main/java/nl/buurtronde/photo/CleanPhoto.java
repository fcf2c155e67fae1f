package nl.buurtronde.photo;

/** The picture as it is kept: an upright JPEG without anything but the picture. */
record CleanPhoto(byte[] jpeg, int width, int height) {}

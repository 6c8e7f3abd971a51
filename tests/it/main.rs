mod measures;

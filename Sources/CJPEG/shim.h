// What Swift cannot do with libjpeg: its default error handler ends the process, and the way around
// that is longjmp, which may only cross C frames. These functions call setjmp themselves and return
// the error as a text instead.
#pragma once
#include <stddef.h>
#include <stdio.h>
// jpeglib.h needs the two above.
#include <jerror.h>
#include <jpeglib.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// One image being decoded from memory.
typedef struct {
  struct jpeg_decompress_struct info;
  struct jpeg_error_mgr errors;
  jmp_buf jump;
  char message[JMSG_LENGTH_MAX];  // the error

  unsigned width, height;
  int channels;     // 1 gray, 3 RGB, 4 CMYK
  int is_inverted;  // CMYK by Adobe's programs stores 255 - ink
} ood_jpeg;

static void ood_jpeg_error(j_common_ptr info) {
  ood_jpeg *self = (ood_jpeg *)info->client_data;
  info->err->format_message(info, self->message);
  longjmp(self->jump, 1);
}

// Called with level -1 for damaged data and 0 or more for traces.
static void ood_jpeg_message(j_common_ptr info, int level) {
  if (level >= 0) return;
  info->err->num_warnings++;
  // libjpeg would fill the rest of a file that is cut off with gray.
  if (info->err->msg_code == JWRN_JPEG_EOF) ood_jpeg_error(info);
}

// A state for the functions below, or NULL without memory; libjpeg keeps its address.
static inline ood_jpeg *ood_jpeg_create(void) { return (ood_jpeg *)calloc(1, sizeof(ood_jpeg)); }

// Releases everything; to be called once.
static inline void ood_jpeg_destroy(ood_jpeg *self) {
  if (!self) return;
  if (self->info.mem) jpeg_destroy_decompress(&self->info);
  free(self);
}

// Reads the header. Returns 0, or -1 with a message.
static inline int ood_jpeg_open(ood_jpeg *self, const unsigned char *bytes, size_t count) {
  self->info.err = jpeg_std_error(&self->errors);
  self->errors.error_exit = ood_jpeg_error;
  self->errors.emit_message = ood_jpeg_message;
  // jpeg_create_decompress keeps client_data.
  self->info.client_data = self;
  if (setjmp(self->jump)) return -1;
  jpeg_create_decompress(&self->info);
  jpeg_mem_src(&self->info, bytes, (unsigned long)count);
  jpeg_read_header(&self->info, TRUE);
  self->width = self->info.image_width;
  self->height = self->info.image_height;
  switch (self->info.num_components) {
    case 1: self->info.out_color_space = JCS_GRAYSCALE; self->channels = 1; break;
    case 3: self->info.out_color_space = JCS_RGB; self->channels = 3; break;
    case 4: self->info.out_color_space = JCS_CMYK; self->channels = 4; break;
    default: ERREXIT(&self->info, JERR_CONVERSION_NOTIMPL);
  }
  self->is_inverted = self->info.saw_Adobe_marker;
  return 0;
}

// Decodes all rows into height x width x channels bytes. Returns 0, or -1 with a message.
static inline int ood_jpeg_read(ood_jpeg *self, unsigned char *pixels) {
  if (setjmp(self->jump)) return -1;
  jpeg_start_decompress(&self->info);
  size_t row_bytes = (size_t)self->width * (size_t)self->channels;
  while (self->info.output_scanline < self->info.output_height) {
    JSAMPROW row = pixels + row_bytes * self->info.output_scanline;
    jpeg_read_scanlines(&self->info, &row, 1);
  }
  jpeg_finish_decompress(&self->info);
  return 0;
}
